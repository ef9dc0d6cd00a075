public import ShopHTTP

/// Which shop the desk works for.
public enum ShopChoice: Equatable, Sendable {
    /// `sqlite:FILE`.
    case embedded(String)
    case http(ShopPlace)

    /// What `--shop` and the options beside it say; the files are read now.
    ///
    /// Throws a line to print.
    public init(
        _ location: String, headersFile: String?, secretFile: String?, authorityFile: String?
    ) throws(LaunchError) {
        guard ShopPlace.isHTTP(location) else {
            guard headersFile == nil, secretFile == nil, authorityFile == nil else {
                let line =
                    "--shop-headers, --shop-secret and --shop-authority go with --shop https://…"
                throw LaunchError(lines: [line], exitCode: 64)
            }
            self = .embedded(location)
            return
        }
        do throws(ShopPlace.Failure) {
            self = .http(
                try ShopPlace(
                    url: location, headersFile: headersFile, secretFile: secretFile,
                    authorityFile: authorityFile))
        } catch {
            throw LaunchError(lines: [error.description], exitCode: 64)
        }
    }
}

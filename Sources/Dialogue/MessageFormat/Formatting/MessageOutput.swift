/// The text and the parts written so far, up to the limit.
struct MessageOutput {
    private(set) var text = ""
    private(set) var parts: [MessagePart] = []
    private(set) var isCut = false

    /// Adds a part; the one that would pass the limit is left out, and so is all after it.
    mutating func append(_ part: MessagePart, text addition: String) {
        let length = text.utf8.count + addition.utf8.count
        guard !isCut, length <= MessageTemplate.maximumOutputBytes else {
            isCut = true
            return
        }
        parts.append(part)
        text += addition
    }
}

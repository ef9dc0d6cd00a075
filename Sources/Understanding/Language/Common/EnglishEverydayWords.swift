extension CommonWords {
    /// Made by `Tools/common_words.py`, which names the sources.
    static let englishEveryday = """
        the to a and is of you in for it be that not on or your this with are if have one from \
        time no do up was can i an will when at all more but so as like get want could home has \
        by only how its other use been then out off because new my what go we too they right \
        about now there which any sure start name them does would last used make again see while \
        some need day try should power did set just before after first don't than same also type \
        back found into still where water please long it's take different down already today \
        learn were data open over change their here next find read class end state work good \
        being people high show code number me check fan keep way play must favorite add account \
        system always another run most using turn energy id may two these cool super music app \
        key can't left level light very year control either stop current life once chat create \
        think information each list device night started well yet true group wait hours program \
        know person real until away going am date point something choose
        """
}

import ArgumentParser

Triaged.main()

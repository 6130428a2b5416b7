namespace AuthorityDirectory.Storage.Journal;

/// <summary>The folder a journal lives in, with the few things that durability asks of it.</summary>
internal interface IJournalFolder
{
    /// <summary>Where it is, for messages.</summary>
    string Path { get; }

    /// <summary>Opens a file for reading while others write or replace it; null when there is none.</summary>
    Stream? OpenRead(string name);

    /// <summary>Opens a file for writing, and creates it where it is missing.</summary>
    IJournalFile OpenWrite(string name);

    /// <summary>Gives a file the name of another, which goes away, in one step.</summary>
    void Replace(string name, string replaced);

    /// <summary>Returns when what was created and renamed is on the disk.</summary>
    void Sync();
}

/// <summary>An open file of a journal's folder.</summary>
internal interface IJournalFile : IDisposable
{
    /// <summary>Writes all bytes at a place, or throws with none, some or all of them written.</summary>
    void Write(ReadOnlySpan<byte> bytes, long at);

    /// <summary>Leaves only the first bytes.</summary>
    void Cut(long length);

    /// <summary>Returns when what was written and cut is on the disk.</summary>
    void Sync();
}

namespace AuthorityDirectory.Tool;

/// <summary>What the tool says to a script.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused, or something is broken: the message says what, and nothing was changed.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The store does not answer: the same command may be given again.</summary>
    public const int Unavailable = 3;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Stopped = 130;
}

namespace AuthorityDirectory.Accounts;

/// <summary>How much of what an account may do one of its tokens may do.</summary>
public enum TokenScope
{
    /// <summary>See what the account may see.</summary>
    Read,

    /// <summary>Also request, confirm and decide, within the account's mandate.</summary>
    Write,
}

/// <summary>What a token may do of what its account may do: the one table.</summary>
public static class TokenMandate
{
    private static readonly Permission[] Seeing = [Permission.SeeGovernment, Permission.SeeSecretariat, Permission.SeeDesk, Permission.Audit];

    private static readonly Permission[] Writing = [Permission.Request, Permission.Confirm, Permission.Decide, Permission.AnswerReports];

    /// <summary>Whether a scope covers an act; accounts and tokens themselves are for people who signed in.</summary>
    public static bool Covers(this TokenScope scope, Permission permission) =>
        Seeing.Contains(permission) || (scope == TokenScope.Write && Writing.Contains(permission));
}

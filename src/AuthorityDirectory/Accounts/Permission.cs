namespace AuthorityDirectory.Accounts;

/// <summary>Everything that somebody may or may not be allowed to do or see.</summary>
public enum Permission
{
    /// <summary>See what is for governments.</summary>
    SeeGovernment,

    /// <summary>See what is for the Secretariat alone.</summary>
    SeeSecretariat,

    /// <summary>See a State's desk: its entries with all their contact points, its drafts and requests, what readers reported.</summary>
    SeeDesk,

    /// <summary>Write a request to change a State's entries, and submit or take it back.</summary>
    Request,

    /// <summary>Confirm that a State's entries are still right.</summary>
    Confirm,

    /// <summary>Accept or return a request.</summary>
    Decide,

    /// <summary>Answer what readers reported of a State's entries.</summary>
    AnswerReports,

    /// <summary>Hand one's own account over to a successor.</summary>
    HandOver,

    /// <summary>Invite and remove focal points and practitioners of a State.</summary>
    ManageStateAccounts,

    /// <summary>Invite and remove the Secretariat's people and administrators.</summary>
    ManageOffice,

    /// <summary>See who saw or changed what.</summary>
    Audit,

    /// <summary>Make tokens for systems, for oneself, within what one may do.</summary>
    MakeTokens,
}

namespace AuthorityDirectory.Web.Pages.Developers;

/// <summary>A question put to the OData service.</summary>
/// <param name="Key">The last word of the key of its text.</param>
/// <param name="Readable">What follows the service root, as a person writes it.</param>
public sealed record ExampleQuery(string Key, string Readable)
{
    /// <summary>Questions that show what can be asked, from a plain one to a combined one.</summary>
    public static IReadOnlyList<ExampleQuery> All { get; } =
    [
        new("Authorities", "Designations?$filter=StateCode eq 'AT' and Function eq 'MutualLegalAssistance'&$expand=Authority"),
        new("Contacts", "ContactPoints?$filter=Kind eq 'Email'&$select=StateCode,AuthorityId,Value,Purpose&$orderby=StateCode"),
        new("Networks", "Memberships?$filter=Network eq 'globe' and Kind eq 'Member'&$expand=State($select=Code,Name),Authority($select=Id,Name)&$count=true"),
        new("Group", "States?$filter=ConventionStatus eq 'Party' and RegionalGroup eq 'AsiaPacific' and Designations/any(d:d/Function eq 'AssetRecovery')&$select=Code,Name"),
        new("Counterpart", "FindCounterpart(requestingState='FR',requestedState='PL',need=UncacDirectory.Need'MutualLegalAssistance',urgent=true,formal=true)"),
        new("Changes", "Changes?$orderby=Sequence desc&$top=10"),
    ];

    /// <summary>The same as a browser sends it.</summary>
    public string Address => Readable.Replace(" ", "%20", StringComparison.Ordinal);
}

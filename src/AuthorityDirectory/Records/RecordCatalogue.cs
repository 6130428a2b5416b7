using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>Every kind of record on the ledger, a line each.</summary>
public static class RecordCatalogue
{
    /// <summary>In the order in which kinds refer to one another: a record refers to its own kind and to kinds before it.</summary>
    public static readonly IReadOnlyList<RecordKind> All =
    [
        new RecordKind("state.v1", typeof(State)).Only(Audience.Secretariat, "mission"),
        new RecordKind("authority.v1", typeof(Authority)).EachBy("visibility", "contactPoints"),
        new("network.v1", typeof(Network)),
        new("membership.v1", typeof(Membership)),
        new("channel.v1", typeof(Channel)),
        new("coverage-figure.v1", typeof(CoverageFigure)),
        new("notice.v1", typeof(Notice)),
        new RecordKind("account.v1", typeof(Account)) { Base = Audience.Government }.Only(Audience.Secretariat, "name", "email", "login"),
        new("change-request.v1", typeof(ChangeRequest)) { Base = Audience.Secretariat },
    ];

    private static readonly Dictionary<string, RecordKind> ByName = All.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
    private static readonly Dictionary<Type, RecordKind> ByType = All.ToDictionary(kind => kind.Type);

    /// <summary>The kind with this name on the ledger; null when this version of the directory has none.</summary>
    public static RecordKind? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The kind of which a record is.</summary>
    public static RecordKind Of(DirectoryRecord record) => ByType[record.GetType()];

    /// <summary>The kind whose records have a type.</summary>
    public static RecordKind Of<T>() where T : DirectoryRecord => ByType[typeof(T)];
}

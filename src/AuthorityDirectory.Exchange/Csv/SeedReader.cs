using AuthorityDirectory.Exchange.Csv.Files;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>Reads the folder of seed files as a whole: all of its records, or all of its problems.</summary>
public static class SeedReader
{
    /// <summary>The names of the files of a folder, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        NetworksFile.Form.Name, ChannelsFile.Form.Name, CoverageFiguresFile.Form.Name, StatesFile.Form.Name, AliasesFile.Form.Name,
        AuthoritiesFile.Form.Name, DesignationsFile.Form.Name, MembershipsFile.Form.Name,
    ];

    /// <summary>Reads a folder; nothing of a folder with a problem is returned.</summary>
    public static SeedReading Read(string path)
    {
        var folder = new SeedFolder(path);
        IReadOnlyList<DirectoryRecord> records =
        [
            .. folder.Read(NetworksFile.Form),
            .. folder.Read(ChannelsFile.Form),
            .. folder.Read(CoverageFiguresFile.Form),
            .. States(folder),
            .. Authorities(folder),
            .. folder.Read(MembershipsFile.Form),
        ];
        folder.CheckReferences();
        return folder.Problems is { Count: > 0 } problems ? new([], problems) : new(records, []);
    }

    private static IEnumerable<State> States(SeedFolder folder)
    {
        var states = folder.Read(StatesFile.Form);
        var aliases = folder.Read(AliasesFile.Form).ToLookup(row => row.StateCode, row => row.Alias);
        return states.Select(state => state with { Aliases = [.. aliases[state.Code]] });
    }

    private static IEnumerable<Authority> Authorities(SeedFolder folder)
    {
        var authorities = folder.Read(AuthoritiesFile.Form);
        var designations = folder.Read(DesignationsFile.Form).ToLookup(row => row.AuthorityId, row => row.Designation);
        return authorities.Select(authority => authority with { Designations = [.. designations[authority.Id]] });
    }
}

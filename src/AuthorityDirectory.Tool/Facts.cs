using System.Text.Json.Nodes;
using AuthorityDirectory.Exchange.JsonLines;

namespace AuthorityDirectory.Tool;

/// <summary>What programs are told about a ledger.</summary>
internal static class Facts
{
    public static JsonObject Of(LedgerReading reading)
    {
        var facts = new JsonObject { ["entries"] = reading.Entries.Count, ["headHash"] = reading.HeadHash, ["absentBodies"] = reading.AbsentBodies };
        if (reading.Break is { } broken)
        {
            facts["brokenEntry"] = broken.Place;
        }

        return facts;
    }

    /// <summary>A number of entries in words.</summary>
    public static string Entries(long count) => count == 1 ? "1 entry" : $"{count:N0} entries";
}

using System.Globalization;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Audit;

/// <summary>The answer of the audit as a table.</summary>
public static class AuditSheet
{
    private static readonly string[] Keys =
    [
        "Audit.Did", "Audit.At", "Audit.Last", "Audit.Times", "Audit.Account", "Audit.Name", "Audit.Role", "Audit.State", "Audit.What", "Audit.By", "Audit.Remark", "Audit.Change", "Audit.Reference",
    ];

    /// <summary>The most lines that one file holds.</summary>
    public const int MostRows = TableLimits.Rows - 1;

    /// <summary>Makes the table.</summary>
    public static Sheet Of(IReadOnlyList<AuditRow> rows, Register register, Texts texts) =>
        Sheet.Of(texts["Audit.Title"], [.. Keys.Select(key => new SheetColumn(key.Split('.')[1], texts[key]))], rows.Select(row => Cells(row, register, texts)));

    private static IReadOnlyList<string> Cells(AuditRow row, Register register, Texts texts)
    {
        var account = row.Account is { } id ? register.Account(id) : null;
        return
        [
            texts[$"Audit.Did_{row.Deed}"], Time(row.At), Time(row.Last), row.Times.ToString(CultureInfo.InvariantCulture),
            row.Account ?? "", account?.Name ?? "", texts.Label(Codes.ActorRoles, row.Role), account?.StateCode ?? "",
            row.What, row.Means is { } means ? texts[$"Audit.By_{means}"] : "", row.IsPossible ? texts["Audit.Possible"] : "",
            row.Sequence?.ToString(CultureInfo.InvariantCulture) ?? "", row.Reference ?? "",
        ];
    }

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}

using System.CommandLine;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Tool;

/// <summary>Options that name an audience by its short code.</summary>
internal static class AudienceOption
{
    public static readonly Option<string> ForExport = Create("Who is to read it: bodies beyond that are left out, their hashes stay.", Audience.Public);

    public static readonly Option<string> OfFile = Create("The audience for which the file was exported; secretariat for a whole ledger.", Audience.Secretariat);

    public static readonly Option<string> OfPart = Create("Which part of the record.", null);

    public static Audience Of(ParseResult parsed, Option<string> option) => Codes.Audiences.Parse(parsed.GetRequiredValue(option))!.Value;

    private static Option<string> Create(string description, Audience? standard)
    {
        var option = new Option<string>("--audience") { Description = description, HelpName = string.Join('|', Codes.Audiences.Codes), Required = standard is null };
        option.AcceptOnlyFromAmong([.. Codes.Audiences.Codes]);
        if (standard is { } audience)
        {
            option.DefaultValueFactory = _ => Codes.Audiences.CodeOf(audience);
        }

        return option;
    }
}

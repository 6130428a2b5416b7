using System.CommandLine;
using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.JsonLines;
using AuthorityDirectory.Tool.Synthetic;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory generate</c>: a synthetic ledger of any size, to be imported.</summary>
internal static class GenerateCommand
{
    private static readonly SyntheticSize Standard = new();

    private static readonly Argument<string> File = OutputFile.Argument("The file to write, for directory import");

    private static readonly Option<int> States = Number("--states", $"How many States, at most {SyntheticSize.MostStates}.", Standard.States, 1, SyntheticSize.MostStates);

    private static readonly Option<int> Authorities = Number("--authorities", "How many authorities.", Standard.Authorities, 1, 1_000_000);

    private static readonly Option<int> Changes = Number("--changes", "How many entries after the first load, each with a change of one authority.", Standard.Changes, 0, 10_000_000);

    private static readonly Option<int> Seed = Number("--seed", "Another seed makes other data.", Standard.Seed, 0, int.MaxValue);

    public static Command Create() => new Command("generate", "Make a ledger with synthetic States and authorities, for measuring and trying out. The same numbers always make the same bytes.")
    {
        File, States, Authorities, Changes, Seed, OutputFile.Overwrite,
    }.Does(File, GenerateAsync);

    private static async Task<Report> GenerateAsync(ParseResult parsed, CancellationToken stop)
    {
        var size = new SyntheticSize(parsed.GetValue(States), parsed.GetValue(Authorities), parsed.GetValue(Changes), parsed.GetValue(Seed));
        await using var output = OutputFile.Create(parsed.GetRequiredValue(File), parsed.GetValue(OutputFile.Overwrite), isRestricted: false);
        var ledger = await ProgressDisplay.ShowAsync("Making entries", size.Changes, progress => SyntheticLedger.CreateAsync(size, progress, stop));
        var reading = await ProgressDisplay.ShowAsync("Verifying them", null, progress => LedgerReader.ReadAsync(ledger, progress, stop));
        return await Giving.RunAsync(output, reading, Audience.Secretariat, "synthetic data", stop);
    }

    private static Option<int> Number(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard, HelpName = "number" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
            {
                result.AddError($"{name} is {value}. Allowed: {least} to {most}.");
            }
        });
        return option;
    }
}

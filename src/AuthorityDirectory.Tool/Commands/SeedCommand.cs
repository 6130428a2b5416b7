using System.CommandLine;
using System.Text.Json.Nodes;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory seed</c>: a folder of seed files as the first records of a directory.</summary>
internal static class SeedCommand
{
    private static readonly Argument<string> Folder = new("seed-folder") { Description = "The folder with the seed files, such as seed-data." };

    public static Command Create() => new Command("seed", "Load a folder of seed files into a store that holds no State yet. The same files are never loaded twice.")
    {
        Folder,
    }.Does(null, SeedAsync);

    private static async Task<Report> SeedAsync(ParseResult parsed, CancellationToken stop)
    {
        var batch = await ReadAsync(parsed.GetRequiredValue(Folder), stop);
        await using var store = Store.Of(parsed);
        using var writing = await Writing.BeginAsync(store, stop);
        RefuseOther(store, writing.Projection, batch.Key);
        var outcome = Writing.Require(await writing.Writer.WriteBatchAsync(batch.Key, batch.Draft, stop));
        return Describe(store, batch, outcome);
    }

    private static async Task<SeedBatch> ReadAsync(string folder, CancellationToken stop)
    {
        var seed = Directory.Exists(folder) ? SeedReader.Read(folder) : throw new RefusedException($"There is no folder {folder}.");
        return seed.IsGood
            ? await SeedBatch.CreateAsync(folder, seed.Records, stop)
            : throw new RefusedException(
                $"Nothing was loaded from {folder}:{Environment.NewLine}{string.Join(Environment.NewLine, seed.Problems)}",
                new() { ["problems"] = new JsonArray([.. seed.Problems.Select(problem => (JsonNode)problem.ToString())]) });
    }

    private static void RefuseOther(Store store, Projection projection, string key)
    {
        if (!projection.IsInForce(key) && projection.For(Audience.Secretariat).Of<State>().Any())
        {
            throw new RefusedException($"There are States in {store.Name} already: seed files are for an empty directory. Nothing was changed.");
        }
    }

    private static Report Describe(Store store, SeedBatch batch, WriteOutcome outcome)
    {
        var isNew = outcome.Result == WriteResult.Written;
        return new(
            isNew ? $"{batch.Draft.Records.Count} records are in {store.Name}, at position {outcome.Position}." : $"These files were loaded into {store.Name} before, at position {outcome.Position}. Nothing was changed.",
            new() { ["records"] = batch.Draft.Records.Count, ["position"] = outcome.Position, ["isNew"] = isNew });
    }
}

using System.Diagnostics;
using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Api;

namespace AuthorityDirectory.Benchmarks;

/// <summary>How long a long journal takes until questions can be answered from it.</summary>
internal static class JournalLoad
{
    private const int Entries = 100_000;

    private static readonly string[] Steps = ["the ledger: read and verify", "the projection for all audiences", "the public view and prepared answers"];

    public static async Task RunAsync()
    {
        using var journal = await SyntheticJournal.CreateAsync(new(Authorities: SyntheticJournal.Authorities, Changes: Entries));
        List<double[]> loads = [];
        for (var time = 0; time < Measured.Times; time++)
        {
            loads.Add(await LoadAsync(journal));
        }

        var table = new Table("Load", "Seconds");
        for (var step = 0; step < Steps.Length; step++)
        {
            table.Add(Steps[step], new Measured(loads.Select(load => load[step])).ToString("0.00"));
        }

        table.Add("all", new Measured(loads.Select(load => load.Sum())).ToString("0.00"));
        var megabytes = new FileInfo(Path.Combine(journal.Folder, "ledger.jsonl")).Length / 1_000_000;
        table.Print(string.Create(CultureInfo.InvariantCulture, $"A journal of {Entries:N0} entries, {megabytes} MB, {SyntheticJournal.Authorities:N0} authorities."));
    }

    private static async Task<double[]> LoadAsync(SyntheticJournal journal)
    {
        var begin = Stopwatch.GetTimestamp();
        using var ledger = journal.Open();
        var read = Stopwatch.GetTimestamp();
        using var current = new CurrentSnapshot(ledger, TimeProvider.System);
        await current.RefreshAsync();
        var projected = Stopwatch.GetTimestamp();
        new ODataService<DirectoryView>(DirectoryEntityModel.Create("Benchmarks", "Synthetic data")).Prepare(current.Value.View(Audience.Public));
        return [Seconds(begin, read), Seconds(read, projected), Seconds(projected, Stopwatch.GetTimestamp())];
    }

    private static double Seconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalSeconds;
}

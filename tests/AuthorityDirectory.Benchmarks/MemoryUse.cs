using System.Globalization;

namespace AuthorityDirectory.Benchmarks;

/// <summary>What a thousand authorities more cost in memory: ledger, projection of all audiences, public view, encoded properties.</summary>
internal static class MemoryUse
{
    public static async Task RunAsync()
    {
        var table = new Table("Memory", "Megabytes");
        var (small, large) = (new List<double>(), new List<double>());
        await HeldAsync(100);
        for (var time = 0; time < Measured.Times; time++)
        {
            small.Add(await HeldAsync(SyntheticJournal.Authorities));
            large.Add(await HeldAsync(2 * SyntheticJournal.Authorities));
        }

        table.Add(string.Create(CultureInfo.InvariantCulture, $"{SyntheticJournal.Authorities:N0} authorities"), new Measured(small).ToString("0.0"));
        table.Add(string.Create(CultureInfo.InvariantCulture, $"{2 * SyntheticJournal.Authorities:N0} authorities"), new Measured(large).ToString("0.0"));
        table.Add("each 1,000 more", new Measured(large.Zip(small, (more, less) => (more - less) / SyntheticJournal.Authorities * 1000)).ToString("0.0"));
        table.Print("Memory held after a full collection by ledger, projection, public view and prepared answers.");
    }

    private static async Task<double> HeldAsync(int authorities)
    {
        using var journal = await SyntheticJournal.CreateAsync(new(Authorities: authorities));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var ledger = journal.Open();
        using var prepared = await Prepared.CreateAsync(ledger);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(prepared.Snapshot);
        return held / 1e6;
    }
}

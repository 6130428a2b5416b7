using AuthorityDirectory.Benchmarks;

// One command for each thing that README quotes.
switch (args)
{
    case ["http", .. var rest]:
        await HttpRatios.RunAsync(TimeSpan.FromSeconds(rest is [var seconds] ? double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 2));
        return 0;
    case ["start"]:
        await StartUp.RunAsync();
        return 0;
    case ["memory"]:
        await MemoryUse.RunAsync();
        return 0;
    case ["journal"]:
        await JournalSpeed.RunAsync();
        return 0;
    case ["load"]:
        await JournalLoad.RunAsync();
        return 0;
    case ["cosmos"]:
        await CosmosLoad.RunAsync();
        return 0;
    case ["follow"]:
        await CosmosFollowing.RunAsync();
        return 0;
    case ["micro"]:
        QueryBenchmarks.Run();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: http [seconds for each run] | start | memory | journal | load | cosmos | follow | micro");
        return 2;
}

using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Exchange.Tests.Support;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.Lines;

public sealed class ManyLinesTests
{
    private static readonly DirectoryView View = SomeLines.View([.. Enumerable.Range(1, 1000).Select(number => Some.Authority($"AT-{number:D3}", $"Office {number}"))]);

    [Fact]
    public async Task Five_thousand_rows_are_compared_and_progress_is_heard()
    {
        var table = SomeLines.TableOf(View, "AT").Type(LineKind.ContactPoint, "AT-999-c1", "Value", "changed@example.org");
        var read = await SomeTable.ReadXlsxAsync(await SomeTable.XlsxAsync(table));
        var heard = new List<int>();

        var reading = LineTableReader.Read(read, View, SomeLines.States(View, "AT"), [SomeLines.Words], new Heard(heard.Add), TestContext.Current.CancellationToken);

        Assert.Empty(reading.Faults);
        Assert.Equal("AT-999-c1", Assert.Single(reading.Changes).Change.LineId);
        Assert.Equal((5002, 5002), (reading.Rows, heard[^1]));
        Assert.True(heard.Count >= 50, $"{heard.Count} reports");
    }

    [Fact]
    public void As_many_rows_as_a_request_holds_change_at_once()
    {
        var table = SomeLines.TableOf(View, "AT").With(LineKind.ContactPoint, sheet => sheet with
        {
            Rows = [.. sheet.Rows.Select((row, at) => at < 2000 ? row with { Cells = [.. row.Cells.Select((cell, index) => index == 6 ? "Duty desk" : cell)] } : row)],
        });

        var reading = SomeLines.Read(table, View, "AT");

        Assert.Empty(reading.Faults);
        Assert.Equal(2000, reading.Changes.Count);
    }

    [Fact]
    public void The_comparison_stops_when_asked_to()
    {
        using var stop = new CancellationTokenSource();
        var table = SomeLines.TableOf(View, "AT");

        Assert.ThrowsAny<OperationCanceledException>(() =>
            LineTableReader.Read(new(table, [], []), View, SomeLines.States(View, "AT"), [SomeLines.Words], new Heard(_ => stop.Cancel()), stop.Token));
    }

    private sealed class Heard(Action<int> hear) : IProgress<int>
    {
        public void Report(int value) => hear(value);
    }
}

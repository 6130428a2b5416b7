using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Tests.Csv;

/// <summary>Every line of the seed data can be edited: a State that changes one field of an entry is not told off for another that it found there.</summary>
public sealed class SeedLinesTests
{
    private static readonly DirectoryView View = Loaded();

    [Fact]
    public void Every_field_reads_as_text_that_writes_the_same_line()
    {
        foreach (var state in View.States)
        {
            var effect = RequestEffect.Of(Rewriting(state), View);

            Assert.Empty(effect.Faults);
            Assert.Equal(1 + state.Authorities.Count, effect.Records.Count);
            Assert.All(effect.Records, record => Assert.Equal(Text(Known(record)), Text(record)));
        }
    }

    [Fact]
    public void Every_field_reads_as_tidy_text() =>
        Assert.All(View.States.SelectMany(Line.Of), line => Assert.Null(line.Change(line.Fields.Select(field => KeyValuePair.Create(field.Name, field.Read(line.Part))))));

    /// <summary>Every field of every line to what it is.</summary>
    private static ChangeRequest Rewriting(StateEntry state) => new()
    {
        Id = "rewriting",
        StateCode = state.Record.Code,
        Changes = [.. Line.Of(state).Select(line => new LineChange(line.Kind, line.RecordId, line.Id, LineAct.Change)
        {
            Fields = [.. line.Fields.Select(field => new FieldChange(field.Name, field.Read(line.Part), field.Read(line.Part)))],
        })],
    };

    private static DirectoryRecord Known(DirectoryRecord record) => record is Authority ? View.Authority(record.Key)!.Record : View.State(record.Key)!.Record;

    private static string Text(DirectoryRecord record) =>
        string.Join('\n', RecordCatalogue.Of(record).Split(record).Select(part => $"{part.Audience} {Encoding.UTF8.GetString(part.Body.Span)}"));

    private static DirectoryView Loaded([CallerFilePath] string path = "")
    {
        using var random = RandomNumberGenerator.Create();
        var ledger = new InMemoryLedger();
        using var current = new CurrentSnapshot(ledger, TimeProvider.System);
        using var writer = new LedgerWriter(ledger, current, TimeProvider.System, random);
        var records = SeedReader.Read(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../seed-data"))).Records;
        var outcome = writer.WriteBatchAsync("seed", new() { Actor = Actor.System, Records = records }).GetAwaiter().GetResult();
        return outcome.IsWritten ? current.Value.View(Audience.Secretariat) : throw new InvalidOperationException(outcome.Reason);
    }
}

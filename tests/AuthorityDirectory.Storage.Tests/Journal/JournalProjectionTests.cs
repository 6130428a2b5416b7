using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Storage.Tests.Journal;

public sealed class JournalProjectionTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(40).WithReplay(2026_07_01, 2026_07_31);

    [Fact]
    public void Any_history_projects_from_a_reopened_journal_as_it_does_from_memory() =>
        Check.One(Runs, Prop.ForAll(RandomHistory.Tapes, tape =>
        {
            using var folder = new TemporaryFolder();
            var (memory, entries) = (new InMemoryLedger(), RandomHistory.From(tape));
            Append(memory, entries);
            using (var journal = Open(folder))
            {
                Append(journal, entries);
            }

            using var reopened = Open(folder);
            Assert.Equal(Project(memory), Project(reopened));
        }));

    private static JournalLedger Open(TemporaryFolder folder) => JournalLedger.Open(folder.Path, TimeProvider.System, new KeptLog());

    private static void Append(ILedger ledger, IEnumerable<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            Assert.Equal(AppendResult.Appended, ledger.AppendAsync(entry, default).AsTask().GetAwaiter().GetResult());
        }
    }

    private static string Project(ILedger ledger) =>
        ProjectionText.Of(Projection.Empty.Apply(ledger.ReadAsync(0, default).AsTask().GetAwaiter().GetResult().Entries));
}

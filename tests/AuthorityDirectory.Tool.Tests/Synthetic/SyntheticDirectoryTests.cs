using System.Runtime.CompilerServices;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tool.Synthetic;

namespace AuthorityDirectory.Tool.Tests.Synthetic;

public sealed class SyntheticDirectoryTests
{
    private static readonly SyntheticDirectory Largest = new(new(SyntheticSize.MostStates, 2000));

    [Fact]
    public void There_is_as_much_of_it_as_was_asked_for() =>
        Assert.Equal((SyntheticSize.MostStates, 2000, 250), (Largest.States.Count, Largest.Authorities.Count, Largest.Memberships.Count));

    [Fact]
    public void No_record_has_the_key_of_another() =>
        Assert.Equal(Largest.Records.Count, Largest.Records.Select(record => (record.GetType(), record.Key)).Distinct().Count());

    [Fact]
    public void No_State_of_it_has_the_code_or_the_name_of_a_real_one()
    {
        var real = SeedReader.Read(SeedData()).Records.OfType<State>().ToArray();

        Assert.Empty(Largest.States.Select(state => state.Code).Intersect(real.Select(state => state.Code)));
        Assert.Empty(Largest.States.Select(state => state.Name.En.Replace(" (synthetic)", "", StringComparison.Ordinal)).Intersect(real.Select(state => state.Name.En)));
    }

    [Fact]
    public void Everything_says_that_it_is_synthetic()
    {
        Assert.All(Largest.States, state => Assert.Contains("synthetic", state.Name.En, StringComparison.Ordinal));
        Assert.All(Largest.Authorities, authority => Assert.Contains("synthetic", authority.Name, StringComparison.Ordinal));
        Assert.All(Largest.Authorities, authority => Assert.StartsWith("Synthetic", authority.Source.Reference, StringComparison.Ordinal));
    }

    [Fact]
    public void Addresses_and_numbers_reach_nobody()
    {
        var contacts = Largest.Authorities.SelectMany(authority => authority.ContactPoints).ToLookup(contact => contact.Kind);

        Assert.All(contacts[ContactKind.Email], contact => Assert.EndsWith("@example.org", contact.Value, StringComparison.Ordinal));
        Assert.All(contacts[ContactKind.Phone], contact => Assert.Matches(@"\A\+44 20 7946 0\d{3}\z", contact.Value));
        Assert.All(Largest.Authorities, authority => Assert.StartsWith("https://example.org/", authority.Website, StringComparison.Ordinal));
    }

    [Fact]
    public void It_has_what_a_measurement_asks_for()
    {
        var designations = Largest.Authorities.SelectMany(authority => authority.Designations).ToArray();

        Assert.Equal(Codes.Functions.All, designations.Select(designation => designation.Function).Distinct().Order());
        Assert.Equal(Codes.Instruments.All, designations.Select(designation => designation.Instrument).Distinct().Order());
        Assert.Equal(Codes.Audiences.All, Largest.Authorities.SelectMany(authority => authority.ContactPoints).Select(contact => contact.Visibility).Distinct().Order());
        Assert.Contains(Largest.Authorities, authority => authority.NativeNameLanguage == "ar");
    }

    [Fact]
    public async Task Its_ledger_projects_to_the_records_with_their_changes()
    {
        var ledger = await SyntheticLedger.CreateAsync(new(5, 40, 30), new Progress<long>(), TestContext.Current.CancellationToken);

        var projection = Projection.Empty.Apply((await ledger.ReadAsync(0, TestContext.Current.CancellationToken)).Entries).For(Audience.Secretariat);

        Assert.Equal((5, 40), (projection.Of<State>().Count(), projection.Of<Authority>().Count()));
        Assert.Equal(31, projection.Position);
        Assert.Contains(projection.Of<Authority>(), authority => authority.Revision > 1);
    }

    private static string SeedData([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "seed-data"));
}

using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Snapshot;

/// <summary>The whole directory at a position of the ledger on a UTC day, one view for each audience.</summary>
/// <remarks>Immutable. A view is made when first asked for; where neither the day nor anything its audience sees changed, it is that of the snapshot before.</remarks>
public sealed class DirectorySnapshot
{
    private readonly Lazy<DirectoryView>[] _views;
    private readonly Lazy<Register> _register;

    /// <summary>Makes the snapshot of a projection on a day.</summary>
    /// <param name="projection">What the ledger says.</param>
    /// <param name="date">The UTC day.</param>
    /// <param name="before">A snapshot whose views may be taken over; null for none.</param>
    public DirectorySnapshot(Projection projection, DateOnly date, DirectorySnapshot? before = null)
    {
        (Projection, Date) = (projection, date);
        _register = WhenAsked(projection);
        _views = [.. Codes.Audiences.All.Select(audience =>
            before?.Date == date && before.Projection.For(audience) == projection.For(audience)
                ? before._views[(int)audience]
                : WhenAsked(audience, projection.For(audience), date))];
    }

    /// <summary>What the ledger says.</summary>
    public Projection Projection { get; }

    /// <summary>The sequence of the last entry of the ledger that is in it, visible or not; 0 for none.</summary>
    public long Position => Projection.Position;

    /// <summary>The UTC day.</summary>
    public DateOnly Date { get; }

    /// <summary>What an audience sees.</summary>
    public DirectoryView View(Audience audience) => _views[(int)audience].Value;

    /// <summary>Accounts and requests.</summary>
    public Register Register => _register.Value;

    /// <remarks>Apart from the constructor, so that what is kept until then does not keep the snapshot before, and with it what was redacted since.</remarks>
    private static Lazy<DirectoryView> WhenAsked(Audience audience, AudienceProjection seen, DateOnly date) =>
        new(() => new ViewBuilder(audience, seen, date).Build());

    private static Lazy<Register> WhenAsked(Projection projection) => new(() => new(projection));
}

using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>Where a fact comes from: the paper or page behind an entry.</summary>
/// <param name="Kind">What kind of paper or page.</param>
/// <param name="Reference">The reference as its author printed it, for a note verbale the mission's own; null when there is none.</param>
/// <param name="Url">Where it can be read; null when it is not online. A copy is said to be one in <paramref name="Note"/> or <paramref name="Reference"/>.</param>
/// <param name="AsOf">The first day of the period the source speaks for, <paramref name="AsOfPrecision"/> says how much of it is known; null when the source shows no date.</param>
/// <param name="AsOfPrecision">Null exactly when <paramref name="AsOf"/> is.</param>
/// <param name="Note">What a reader must know to weigh it; null when nothing.</param>
/// <remarks>A designation takes effect only on a date that its source states; the date of a note is not that date.</remarks>
public sealed record Source(
    SourceKind Kind,
    string? Reference = null,
    string? Url = null,
    DateOnly? AsOf = null,
    DatePrecision? AsOfPrecision = null,
    string? Note = null);

namespace AuthorityDirectory.Exchange.Tables;

/// <summary>Something in a file that keeps it from being taken.</summary>
/// <param name="Place">Where; null when it concerns the file as a whole.</param>
/// <param name="Wrong">What is wrong, a sentence.</param>
/// <param name="Remedy">What to do, a sentence.</param>
public sealed record TableFault(TablePlace? Place, string Wrong, string Remedy)
{
    /// <summary>Place, fault and remedy in one line.</summary>
    public override string ToString() => Place is null ? $"{Wrong} {Remedy}" : $"{Place}: {Wrong} {Remedy}";
}

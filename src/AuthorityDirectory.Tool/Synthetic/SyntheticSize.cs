namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>How much to make; the same size and seed always make the same bytes.</summary>
/// <param name="States">At most <see cref="MostStates"/>.</param>
/// <param name="Authorities">Spread evenly over the States.</param>
/// <param name="Changes">Entries after the first load, each of which changes one authority.</param>
/// <param name="Seed">Another seed makes other data of the same size.</param>
public sealed record SyntheticSize(int States = 190, int Authorities = 1000, int Changes = 0, int Seed = 1)
{
    /// <summary>As many codes of two letters are assigned to nobody and used here.</summary>
    public static int MostStates => StateCodes.All.Count;
}

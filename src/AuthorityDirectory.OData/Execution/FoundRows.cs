namespace AuthorityDirectory.OData.Execution;

/// <summary>The rows that a search found, with their ranks: best match first.</summary>
sealed class FoundRows
{
    readonly int[] _ranks;

    /// <param name="ranked">The rows, best match first, each once.</param>
    /// <param name="tableCount">How many rows the table has.</param>
    public FoundRows(IReadOnlyList<int> ranked, int tableCount)
    {
        _ranks = new int[tableCount];
        Array.Fill(_ranks, -1);
        for (var rank = 0; rank < ranked.Count; rank++)
            _ranks[ranked[rank]] = rank;
    }

    public bool Contains(int row) => _ranks[row] >= 0;

    public int RankOf(int row) => _ranks[row];
}

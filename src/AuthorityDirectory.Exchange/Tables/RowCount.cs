namespace AuthorityDirectory.Exchange.Tables;

/// <summary>Tells how many rows have been read, and stops when asked to.</summary>
internal sealed class RowCount(IProgress<int>? progress, CancellationToken cancellationToken)
{
    private const int Step = 100;

    private int _rows;

    public void Next()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_rows % Step == 0)
        {
            progress?.Report(_rows);
        }
    }

    public void Complete() => progress?.Report(_rows);
}

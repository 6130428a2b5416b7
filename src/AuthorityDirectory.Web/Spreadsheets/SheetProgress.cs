namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>How far a check is, as its work says and its pulse reads.</summary>
internal sealed class SheetProgress(SheetCheck check) : IProgress<int>
{
    private volatile SheetCheck _check = check;

    public SheetCheck Check => _check;

    public void Enter(SheetStage stage, int? of) => _check = _check with { Stage = stage, Rows = 0, Of = of };

    public void Report(int value) => _check = _check with { Rows = value };
}

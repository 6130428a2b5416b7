namespace AuthorityDirectory.Web;

/// <summary>What the operator of an installation says on every page (configuration section <c>Site</c>).</summary>
public sealed class SiteOptions
{
    /// <summary>Who runs the installation; null says nothing.</summary>
    public string? Operator { get; set; }

    /// <summary>What the installation is and is not; null means the sentence of the resource files, in the language of the page.</summary>
    public string? Disclaimer { get; set; }
}

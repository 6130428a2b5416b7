using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>The name of a State in the six official languages of the United Nations.</summary>
public sealed record Names(string En, string Fr, string Es, string Ru, string Zh, string Ar)
{
    /// <summary>The name in one language.</summary>
    public string In(UnLanguage language) => language switch
    {
        UnLanguage.Fr => Fr,
        UnLanguage.Es => Es,
        UnLanguage.Ru => Ru,
        UnLanguage.Zh => Zh,
        UnLanguage.Ar => Ar,
        _ => En,
    };
}

/// <summary>A word under which people search for something besides its names; never shown as its name.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Text">The word.</param>
public sealed record Alias(string Language, string Text);

/// <summary>A name or text in another language, from a source.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Text">The text; never made by a machine.</param>
public sealed record Translation(string Language, string Text);

/// <summary>A link kept for a State.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Url">Absolute address.</param>
/// <param name="Language">BCP 47 tag of what it leads to; null when not known.</param>
/// <param name="AsOf">The day on which it was last seen to work; null when not checked.</param>
public sealed record Link(LinkKind Kind, string Url, string? Language = null, DateOnly? AsOf = null);

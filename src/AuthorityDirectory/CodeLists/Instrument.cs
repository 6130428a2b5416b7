namespace AuthorityDirectory.CodeLists;

/// <summary>The instrument on which a designation rests.</summary>
public enum Instrument
{
    /// <summary>The United Nations Convention against Corruption.</summary>
    Uncac,

    /// <summary>The United Nations Convention against Transnational Organized Crime.</summary>
    Untoc,

    /// <summary>The Convention on Cybercrime of the Council of Europe (ETS 185).</summary>
    CybercrimeConvention,

    /// <summary>Another treaty or international act; the note names it.</summary>
    OtherTreaty,

    /// <summary>A law of the State; the note names it.</summary>
    NationalLaw,

    /// <summary>The source does not say.</summary>
    NotStated,
}

namespace AuthorityDirectory.Finder;

/// <summary>Why a route ranks where it does, or why it was dropped. Pages put each into words; <c>{0}</c> there is the requesting State, <c>{1}</c> the requested.</summary>
public enum Reason
{
    /// <summary>It is designated to receive such requests.</summary>
    ReceivesRequests,

    /// <summary>It is designated for the recovery of assets, and can receive or pass on what concerns them.</summary>
    ForAssets,

    /// <summary>It is designated for prevention (article 6, paragraph 3).</summary>
    ForPrevention,

    /// <summary>It is designated for civil and administrative proceedings.</summary>
    ForOtherProceedings,

    /// <summary>It can say before a request what the request must contain.</summary>
    AdvisesBeforeRequest,

    /// <summary>Practitioners of the GlobE Network write to each other directly.</summary>
    PractitionersDirectly,

    /// <summary>Its network links practitioners for such matters.</summary>
    PractitionersOfNetwork,

    /// <summary>In urgent circumstances, where both States agree and it is possible (article 46, paragraph 13).</summary>
    UrgentThroughInterpol,

    /// <summary>Police exchange information through it (article 48).</summary>
    PoliceExchange,

    /// <summary>Requests for provisional arrest travel through it in urgent circumstances (article 44, paragraph 10).</summary>
    ProvisionalArrest,

    /// <summary>It is always open, and slow.</summary>
    LastResort,

    /// <summary>The Convention binds both States.</summary>
    ConventionBindsBoth,

    /// <summary>The designation is under the Convention, which does not bind both.</summary>
    ConventionDoesNotBindBoth,

    /// <summary>The designation is under another instrument.</summary>
    UnderOtherInstrument,

    /// <summary>The source of the designation names no instrument.</summary>
    UnderUnnamedInstrument,

    /// <summary>The State names it first for the function.</summary>
    NamedFirst,

    /// <summary>The State names it as a further authority.</summary>
    NamedFurther,

    /// <summary>The designation is limited to a territory, subject or stage.</summary>
    LimitedScope,

    /// <summary>It took over from the designated authority.</summary>
    TookOver,

    /// <summary>Both States have members in the network.</summary>
    SharedNetwork,

    /// <summary>The requested State says that it takes requests through INTERPOL.</summary>
    InterpolAgreed,

    /// <summary>The requested State says that it does not take the Convention as the basis for extradition.</summary>
    ConventionNoBasisForExtradition,

    /// <summary>A notice of the State holds today.</summary>
    NoticeHolds,

    /// <summary>Dropped: the directory holds none; the State may have notified one.</summary>
    NoneHeld,

    /// <summary>Dropped: the directory holds none, and a State that is no party has none to notify under the Convention.</summary>
    NoneHeldNoParty,

    /// <summary>Dropped: the designated authority no longer exists and no successor is held.</summary>
    AuthorityClosed,

    /// <summary>Dropped: only observers or applicants are held.</summary>
    NoMember,

    /// <summary>Dropped: it can prepare a request, not receive it.</summary>
    NotForFormalRequests,

    /// <summary>Dropped: it is for urgent matters.</summary>
    OnlyWhenUrgent,

    /// <summary>Dropped: it does not serve this need.</summary>
    NotForThisNeed,

    /// <summary>Dropped: the requested State takes no requests through INTERPOL.</summary>
    InterpolRefused,

    /// <summary>Dropped: a regional organization has no national central bureau.</summary>
    OrganizationHasNoBureau,

    /// <summary>Dropped: the directory holds no State with the requested code.</summary>
    RequestedStateNotHeld,

    /// <summary>Dropped: the directory holds no State with the requesting code.</summary>
    RequestingStateNotHeld,

    /// <summary>Dropped: a State needs no cooperation with itself.</summary>
    SameState,
}

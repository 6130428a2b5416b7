using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Ledger;

/// <summary>Why an act is not to be done.</summary>
/// <param name="Reason">Which rule says so.</param>
/// <param name="Message">As a sentence in English that says what to do.</param>
public sealed record Refusal(RefusalReason Reason, string Message)
{
    /// <summary>What is wrong field by field; empty when it is no matter of fields.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}

/// <summary>The rules by which acts are refused.</summary>
public enum RefusalReason
{
    /// <summary>The act contradicts itself or what every act must keep to.</summary>
    Invalid,

    /// <summary>The role may not do this, or not for this State.</summary>
    NotAllowed,

    /// <summary>There is no such thing, or the caller may not know of it.</summary>
    NotFound,

    /// <summary>It was done, changed or decided meanwhile.</summary>
    Overtaken,

    /// <summary>Somebody else must do it: whoever asks does not accept, and a second acceptance is another person's.</summary>
    SecondPerson,
}

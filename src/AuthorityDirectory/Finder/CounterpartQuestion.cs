using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Finder;

/// <summary>Who asks whom for what.</summary>
/// <param name="RequestingState">Code of the State that asks.</param>
/// <param name="RequestedState">Code of the State that is asked.</param>
/// <param name="Need">What for.</param>
/// <param name="Urgent">Whether it cannot wait.</param>
/// <param name="Formal">Whether a request goes out, not a word before one; <see cref="Need.InformalContact"/> is always the latter.</param>
public sealed record CounterpartQuestion(string RequestingState, string RequestedState, Need Need, bool Urgent, bool Formal);

using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>Finds the ways from one State to another for a need. The order of ways is that of <see cref="RouteTable"/>; the view says which of them there are.</summary>
public static class Counterpart
{
    /// <summary>The answer of a view, computed for its day from nothing but what its audience may see.</summary>
    /// <returns>Never empty: where there is no route, what was dropped says why and what can be done instead.</returns>
    public static CounterpartAnswer Find(DirectoryView view, CounterpartQuestion question)
    {
        var (requesting, requested) = (view.State(question.RequestingState), view.State(question.RequestedState));
        return requested is null ? Nowhere(Reason.RequestedStateNotHeld, Instead.CheckState)
            : requesting is null ? Nowhere(Reason.RequestingStateNotHeld, Instead.CheckState)
            : requesting == requested ? Nowhere(Reason.SameState, Instead.FollowNationalLaw)
            : Between(new(view, question, requesting, requested));

        CounterpartAnswer Nowhere(Reason reason, Instead instead) => new()
        {
            Question = question,
            Requesting = requesting,
            Requested = requested,
            Convention = Tie.NotKnown,
            Routes = [],
            Dropped = [.. RouteTable.For(question.Need, question.Urgent, question.Formal).Select(step => Drop(step.Kind, reason, instead))],
        };
    }

    private static CounterpartAnswer Between(Pair pair)
    {
        var (need, urgent, formal) = (pair.Question.Need, pair.Question.Urgent, pair.Question.Formal);
        var candidates = new Candidates(pair);
        var shortfall = new Shortfall(pair, candidates);
        var tried = RouteTable.For(need, urgent, formal).Select(step => (Step: step, Found: candidates.Of(step.Kind))).ToList();
        return new()
        {
            Question = pair.Question,
            Requesting = pair.Requesting,
            Requested = pair.Requested,
            Convention = pair.Convention,
            Routes = [.. tried.SelectMany(one => one.Found, (one, candidate) => (one.Step, candidate)).Select((one, i) => new RouteBuilder(pair, one.candidate, one.Step).Build(i + 1))],
            Dropped =
            [
                .. tried.Where(one => one.Found.Count == 0).Select(one => shortfall.Of(one.Step.Kind)),
                .. RouteTable.Against(need, urgent, formal).Select(step => Drop(step.Kind, step.Reason, Shortfall.Against(step.Reason))),
            ],
        };
    }

    private static CounterpartRoute Drop(RouteKind kind, Reason reason, Instead instead) => new() { Rank = null, Kind = kind, Reasons = [reason], Instead = [instead] };
}

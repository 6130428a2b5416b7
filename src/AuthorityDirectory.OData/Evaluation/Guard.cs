using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Evaluation;

/// <summary>Turns what a computation can fail with into an error that points at it.</summary>
sealed class Guard<T>(Evaluator<T> computation, Location at) : Evaluator<T>
{
    public override bool IsConstant => computation.IsConstant;

    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        try
        {
            return computation.TryGet(out value);
        }
        catch (DivideByZeroException)
        {
            throw Failed("This divides by zero");
        }
        catch (Exception error) when (error is OverflowException or ArgumentException)
        {
            throw Failed("The result is too large or too small for its type");
        }
        catch (RegexMatchTimeoutException)
        {
            throw Failed("Matching this pattern takes too long");
        }
    }

    QueryException Failed(string why) => at.Invalid(ErrorCode.EvaluationFailed, why);
}

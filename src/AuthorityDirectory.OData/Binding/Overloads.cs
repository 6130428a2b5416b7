using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Chooses among the overloads of a function or operator, and computes what is constant.</summary>
static class Overloads
{
    /// <summary>The overloads of the function that is called.</summary>
    public static IReadOnlyList<Function> Of(CallSyntax call) => FunctionTable.Find(call.Name) ?? throw (FunctionTable.IsNotImplemented(call.Name)
        ? call.At.NotImplemented($"The function {call.Name} is not implemented")
        : call.At.Invalid(ErrorCode.UnknownName, Suggestions.Append($"There is no function '{call.Name}'", call.Name, FunctionTable.Names)));

    /// <summary>Calls the first overload that the operands fit.</summary>
    public static Operand Call(string name, IReadOnlyList<Function> overloads, IReadOnlyList<Operand> arguments, Location at)
    {
        foreach (var function in overloads)
        {
            if (Fit(function, arguments) is { } operands)
                return Call(function, operands, arguments, at);
        }
        var types = arguments.Count == 0 ? "no operands" : string.Join(" and ", arguments.Select(argument => argument.TypeName));
        throw at.Invalid(ErrorCode.TypeMismatch, $"'{name}' cannot be used with {types}; it is {string.Join(" or ", overloads)}");
    }

    static Operand Call(Function function, IReadOnlyList<Evaluator> operands, IReadOnlyList<Operand> arguments, Location at)
    {
        try
        {
            var value = function.Make(operands);
            if (function.CanFail)
                value = value.Guarded(at);
            return new Operand(function.Result, value.IsConstant ? value.Fold() : value, at);
        }
        catch (PatternException wrong)
        {
            throw wrong.In(arguments[^1]);
        }
        catch (ArgumentException error)
        {
            throw at.Invalid(ErrorCode.InvalidValue, $"'{function.Name}' cannot be computed: {error.Message.TrimEnd('.')}");
        }
    }

    static List<Evaluator>? Fit(Function function, IReadOnlyList<Operand> arguments)
    {
        if (arguments.Count != function.Parameters.Count)
            return null;
        var operands = arguments.Select((argument, i) => TypeRules.Convert(argument, function.Parameters[i])?.Evaluator).OfType<Evaluator>().ToList();
        return operands.Count == arguments.Count ? operands : null;
    }
}

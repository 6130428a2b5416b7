using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>A function with its arguments.</summary>
sealed record FunctionCall(ODataFunction Function, FunctionArguments Arguments);

/// <summary>Reads calls of functions (URL conventions 4.01, section 4.5; Protocol 4.01, section 11.5.4): <c>F()</c>, <c>F(x=1)</c>, <c>F(x=@p)</c>, <c>F</c>, and <c>F?x=1</c> with implicit aliases.</summary>
sealed class FunctionBinder(BindingContext context)
{
    public FunctionCall Bind(IReadOnlyList<ODataFunction> overloads, PathSegment segment)
    {
        var given = segment.Arguments is null ? Implicit(overloads) : Explicit(segment.Arguments);
        var function = overloads.FirstOrDefault(overload => overload.Parameters.Count == given.Count && overload.Parameters.All(parameter => given.ContainsKey(parameter.Name)))
            ?? throw segment.At.NotImplemented($"{segment.Name} with {(given.Count == 0 ? "no parameters" : string.Join(", ", given.Keys))} is not implemented; there is {string.Join(" or ", overloads)}");
        return new FunctionCall(function, new FunctionArguments(function.Parameters.ToDictionary(parameter => parameter, parameter => Value(parameter, given[parameter.Name]))));
    }

    static Dictionary<string, ExpressionSyntax> Explicit(IReadOnlyList<ExpressionSyntax> arguments)
    {
        var given = new Dictionary<string, ExpressionSyntax>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (argument is not NamedValueSyntax named)
                throw argument.At.Invalid(ErrorCode.Syntax, "The arguments of a function are named, such as x=1");
            if (!given.TryAdd(named.Name, named.Value))
                throw named.At.Invalid(ErrorCode.DuplicateOption, $"{named.Name} is given twice");
        }
        return given;
    }

    /// <summary>Without brackets, query options with the names of parameters are the arguments of the longest overload that they suffice for.</summary>
    Dictionary<string, ExpressionSyntax> Implicit(IReadOnlyList<ODataFunction> overloads)
    {
        var longest = overloads.Where(overload => overload.Parameters.All(parameter => Text(parameter) is not null)).MaxBy(overload => overload.Parameters.Count);
        return longest is null ? [] : longest.Parameters.ToDictionary(parameter => parameter.Name, parameter => ExpressionParser.ParseWhole(Text(parameter)!, context.Limits));
    }

    SourceText? Text(FunctionParameter parameter) =>
        context.Custom.GetValueOrDefault(parameter.Name) ?? context.Aliases.GetValueOrDefault("@" + parameter.Name);

    object Value(FunctionParameter parameter, ExpressionSyntax expression)
    {
        var nothing = Scope.Of(new Operand(PrimitiveTypes.Boolean, new Null<bool>(), expression.At));
        var operand = expression is LiteralSyntax or AliasSyntax or UnarySyntax ? new ExpressionBinder(context).Bind(expression, nothing)
            : throw expression.At.Invalid(ErrorCode.Syntax, "An argument is a literal or a parameter alias; a text is written in single quotes");
        if (operand.IsNull || TypeRules.Convert(operand, parameter.Type)?.Evaluator is not { } argument)
            throw expression.At.Invalid(ErrorCode.TypeMismatch, $"The parameter {parameter.Name} is of {parameter.Type}, not {operand.TypeName}");
        return parameter.Read(argument)
            ?? throw expression.At.Invalid(ErrorCode.InvalidValue, $"The parameter {parameter.Name} is of {parameter.Type}, and this value is null or none that it can hold");
    }
}

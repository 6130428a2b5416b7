using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Gives expressions types and makes evaluators of them; whatever cannot be meant is an error that points at it.</summary>
sealed class ExpressionBinder(BindingContext context)
{
    int _nodes;
    int _aliasDepth;

    /// <summary>Nodes bound so far.</summary>
    public int Nodes => _nodes;

    /// <summary>Binds an expression that is a condition.</summary>
    public Evaluator<bool> Condition(ExpressionSyntax expression, Scope scope) => Truth(Bind(expression, scope), "a condition");

    public Operand Bind(ExpressionSyntax expression, Scope scope)
    {
        if (++_nodes > context.Limits.MaxNodeCount)
            throw expression.At.Exceeds(nameof(context.Limits.MaxNodeCount), context.Limits.MaxNodeCount);
        return expression switch
        {
            LiteralSyntax literal => Literals.Bind(literal, context.Model),
            NameSyntax name => Name(name, scope),
            VariableSyntax variable => Variable(variable, scope),
            AliasSyntax alias => Alias(alias, scope),
            BinarySyntax { Operator: Operator.And or Operator.Or } logic => Logic(logic, scope),
            BinarySyntax { Operator: Operator.In } membership => Membership(membership, scope),
            BinarySyntax binary => Binary(binary, scope),
            UnarySyntax { Operator: Operator.Not } not => Not(not, scope),
            UnarySyntax negate => Overloads.Call("negate", FunctionTable.Operator("negate"), [Bind(negate.Operand, scope)], negate.At),
            LambdaSyntax lambda => Lambda(lambda, scope),
            CountSyntax count => Count(count, scope),
            FilteredSyntax filtered => Filtered(filtered, scope),
            KeySyntax keyed => ByKey(Bind(keyed.Source, scope), keyed.Key, keyed.At),
            CallSyntax call => Call(call, scope),
            CaseSyntax choice => Case(choice, scope),
            NamedValueSyntax named => throw named.At.Invalid(ErrorCode.Syntax, "A named value can only stand in a key"),
            _ => throw expression.At.NotImplemented("JSON is implemented only as an operand of eq, ne and functions of collections"),
        };
    }

    StructureComparer Structures(Scope scope) => new(context, expression => Bind(expression, scope));

    Operand Name(NameSyntax name, Scope scope)
    {
        if (name.Source is null)
            return scope.Find(name.Name) is { } element ? element with { At = name.At } : Computed(name, scope) ?? Member(scope.This, name);
        if (IsRoot(name.Source))
            return new RootBinder(context).Bind(name.Name, null, name.At);
        var owner = Bind(name.Source, scope);
        return name.Source is VariableSyntax && owner.Evaluator == scope.This.Evaluator && Computed(name, scope) is { } computed ? computed : Member(owner, name);
    }

    static bool IsRoot(ExpressionSyntax source) => source is VariableSyntax { Name: "$root" };

    /// <summary>A property that <c>$compute</c> defined, which costs what its expression costs each time.</summary>
    Operand? Computed(NameSyntax name, Scope scope)
    {
        if (!scope.Computed.TryGetValue(name.Name, out var computed))
            return null;
        _nodes += computed.Nodes;
        return computed.Operand with { At = name.At };
    }

    Operand Member(Operand owner, NameSyntax name)
    {
        if (owner is { IsCollection: true, Type: StructuredType elements } && elements.QualifiedName == name.Name)
            return owner with { At = name.At };
        if (owner.IsCollection)
            throw name.At.Invalid(ErrorCode.TypeMismatch, $"'{name.Name}' cannot follow {owner.TypeName}; use any, all or $count");
        if (owner.Type is not StructuredType type)
            throw name.At.Invalid(ErrorCode.UnknownName, $"{owner.TypeName} has no property '{name.Name}'");
        if (name.Name == type.QualifiedName)
            return owner with { At = name.At };
        return type.Find(name.Name) is { } property ? Property(owner, property, name.At) : throw UnknownName(type, name);
    }

    Operand Property(Operand owner, ODataProperty property, Location at)
    {
        var value = property.Bind(context.View, owner.Evaluator);
        return new Operand(property.Type, property.IsCollection ? value : property.Type.Computable(value), at)
        {
            IsCollection = property.IsCollection,
            PlainPath = property is StructuralProperty && owner.PlainPath is { } path ? path + "/" + property.Name : null,
        };
    }

    static QueryException UnknownName(StructuredType type, NameSyntax name) => name.Name.Contains('.', StringComparison.Ordinal)
        ? name.At.Invalid(ErrorCode.UnknownName, $"{type} cannot be cast to '{name.Name}'")
        : name.At.Invalid(ErrorCode.UnknownName, Suggestions.Append($"{type} has no property '{name.Name}'", name.Name, type.PropertyNames));

    static Operand Variable(VariableSyntax variable, Scope scope) => variable.Name switch
    {
        "$it" => scope.It with { At = variable.At },
        "$this" when scope.HasThis => scope.This with { At = variable.At },
        "$this" => throw variable.At.Invalid(ErrorCode.UnknownName, "$this has no meaning here; it stands for the elements of a collection in its own brackets or path"),
        _ => throw variable.At.Invalid(ErrorCode.Syntax, "$root is followed by an entity set or singleton, such as $root/Items('a')/Name"),
    };

    Operand Alias(AliasSyntax alias, Scope scope)
    {
        if (!context.Aliases.TryGetValue(alias.Name, out var source))
            return new Operand(null, new Null<object>(), alias.At);
        if (++_aliasDepth > context.Limits.MaxExpressionDepth)
            throw alias.At.Exceeds(nameof(context.Limits.MaxExpressionDepth), context.Limits.MaxExpressionDepth);
        var value = Bind(ExpressionParser.ParseWhole(source, context.Limits), scope);
        _aliasDepth--;
        return value;
    }

    /// <summary>What an alias stands for, when that is JSON: unlike a value, it gets its type from what it meets.</summary>
    ExpressionSyntax Json(ExpressionSyntax expression) =>
        expression is AliasSyntax alias && context.Aliases.TryGetValue(alias.Name, out var source) && source.Text.TrimStart() is ['[' or '{', ..]
            ? ExpressionParser.ParseWhole(source, context.Limits)
            : expression;

    /// <summary>A chain of the same operator becomes one node.</summary>
    Operand Logic(BinarySyntax logic, Scope scope)
    {
        var operands = new List<Evaluator<bool>>();
        ExpressionSyntax rest = logic;
        while (rest is BinarySyntax binary && binary.Operator == logic.Operator)
        {
            operands.Add(Condition(binary.Right, scope));
            rest = binary.Left;
        }
        operands.Add(Condition(rest, scope));
        operands.Reverse();
        return Truth(logic.Operator == Operator.And ? new And(operands) : new Or(operands), logic.At);
    }

    Operand Not(UnarySyntax not, Scope scope)
    {
        var operand = Bind(not.Operand, scope);
        return Truth(new Map<bool, bool>(Truth(operand, "a condition; put brackets around a comparison after 'not'"), holds => !holds), not.At);
    }

    /// <summary><c>eq</c> and <c>ne</c>, also of what has parts.</summary>
    Evaluator<bool> Equality(BinarySyntax binary, Scope scope)
    {
        var isEqual = binary.Operator == Operator.Eq;
        binary = binary with { Left = Json(binary.Left), Right = Json(binary.Right) };
        if (binary is { Left: ListSyntax listed, Right: ListSyntax other })
        {
            var (type, domain, values) = Structures(scope).List(listed);
            return domain.ListEquality(values, Structures(scope).List(other, type), isEqual);
        }
        if (binary.Left is ListSyntax or ObjectSyntax)
            return Structures(scope).Equality(Bind(binary.Right, scope), binary.Left, isEqual, binary.At);
        var left = Bind(binary.Left, scope);
        if (binary.Right is ListSyntax or ObjectSyntax)
            return Structures(scope).Equality(left, binary.Right, isEqual, binary.At);
        var right = Bind(binary.Right, scope);
        var isStructural = (StructureComparer.IsStructural(left) || StructureComparer.IsStructural(right)) && !left.IsNull && !right.IsNull;
        return isStructural ? Structures(scope).Equality(left, right, isEqual, binary.At) : Comparisons.Equality(left, right, isEqual, binary.At);
    }

    Operand Binary(BinarySyntax binary, Scope scope)
    {
        if (binary.Operator is Operator.Eq or Operator.Ne)
            return Truth(Equality(binary, scope), binary.At);
        var (left, right) = (Bind(binary.Left, scope), Bind(binary.Right, scope));
        return binary.Operator switch
        {
            Operator.Has => Truth(Comparisons.Has(left, right, binary.At), binary.At),
            Operator.Gt or Operator.Ge or Operator.Lt or Operator.Le => Truth(Comparisons.Order(binary.Operator, left, right, binary.At), binary.At),
            _ => Overloads.Call(Comparisons.Written(binary.Operator), FunctionTable.Operator(Comparisons.Written(binary.Operator)), [left, right], binary.At),
        };
    }

    Operand Membership(BinarySyntax membership, Scope scope)
    {
        var operand = Bind(membership.Left, scope);
        if (Json(membership.Right) is not ListSyntax list)
            return InCollection(operand, Bind(membership.Right, scope), membership.At);
        var items = list.Items.Select(item => Bind(item, scope)).ToList();
        return Truth(Comparisons.Membership(operand, items, membership.At), membership.At);
    }

    Operand InCollection(Operand operand, Operand collection, Location at)
    {
        if (!collection.IsCollection)
            throw at.Invalid(ErrorCode.TypeMismatch, $"'in' needs a list in brackets or a collection, not {collection.TypeName}");
        var (element, variable) = Element(collection, at);
        var predicate = StructureComparer.IsStructural(operand)
            ? new StructureComparer(context, json => throw json.At.NotImplemented("JSON is not implemented here")).Equality(operand, element, isEqual: true, at)
            : Comparisons.Equality(operand, element, isEqual: true, at);
        return Truth(collection.Type!.Elements.Any(collection.Evaluator, variable, predicate, new Meter(context.Budget)), at);
    }

    Operand Lambda(LambdaSyntax lambda, Scope scope)
    {
        var collection = lambda.Source is null ? scope.This : Bind(lambda.Source, scope);
        if (!collection.IsCollection)
            throw lambda.At.Invalid(ErrorCode.TypeMismatch, $"any and all need a collection, not {collection.TypeName}");
        if (lambda.Predicate is null && lambda.IsAll)
            throw lambda.At.Invalid(ErrorCode.Syntax, "all needs a condition, such as all(x:x ne null)");
        if (scope.Variables.Count == context.Limits.MaxLambdaDepth)
            throw lambda.At.Exceeds(nameof(context.Limits.MaxLambdaDepth), context.Limits.MaxLambdaDepth);
        var (element, variable) = Element(collection, lambda.At);
        var meter = new Meter(context.Budget);
        var predicate = lambda.Predicate is null ? null : Measured(meter, lambda.Predicate, WithVariable(scope, lambda, element));
        var factory = collection.Type!.Elements;
        return Truth(lambda.IsAll ? factory.All(collection.Evaluator, variable, predicate!, meter) : factory.Any(collection.Evaluator, variable, predicate, meter), lambda.At);
    }

    static Scope WithVariable(Scope scope, LambdaSyntax lambda, Operand element) => scope.Find(lambda.Variable!) is null
        ? scope.With(lambda.Variable!, element)
        : throw lambda.At.Invalid(ErrorCode.UnknownName, $"The range variable '{lambda.Variable}' is already in use around here; choose another name");

    Operand Count(CountSyntax count, Scope scope)
    {
        var collection = count.Source is null ? scope.This : Bind(count.Source, scope);
        if (!collection.IsCollection)
            throw count.At.Invalid(ErrorCode.TypeMismatch, $"$count needs a collection, not {collection.TypeName}");
        var (element, variable) = Element(collection, count.At);
        var meter = new Meter(context.Budget);
        var predicate = count.Filter is null ? null : Measured(meter, count.Filter, scope.Within(element));
        return new Operand(PrimitiveTypes.Int64, collection.Type!.Elements.Count(collection.Evaluator, variable, predicate, meter), count.At);
    }

    Operand Filtered(FilteredSyntax filtered, Scope scope)
    {
        var collection = Bind(filtered.Source, scope);
        if (!collection.IsCollection)
            throw filtered.At.Invalid(ErrorCode.TypeMismatch, $"$filter needs a collection, not {collection.TypeName}");
        var (element, variable) = Element(collection, filtered.At);
        var meter = new Meter(context.Budget);
        var condition = Measured(meter, filtered.Condition, scope.Within(element));
        return collection with { Evaluator = collection.Type!.Elements.Arranged(collection.Evaluator, new Arrangement(variable, meter) { Filter = condition }), At = filtered.At, PlainPath = null };
    }

    /// <summary>One of the entities that a navigation property leads to, by its key: <c>Items(1)</c>.</summary>
    Operand ByKey(Operand collection, IReadOnlyList<ExpressionSyntax> keys, Location at)
    {
        if (collection is not { IsCollection: true, Type: EntityType type })
            throw at.Invalid(ErrorCode.TypeMismatch, $"A key needs a collection of entities, not {collection.TypeName}");
        var key = new KeyBinder(context).Bind(type, keys, at);
        var (element, variable) = Element(collection, at);
        var value = key.Text is null ? new Operand(PrimitiveTypes.Int64, new Constant<long>(key.Number), at) : new Operand(PrimitiveTypes.String, new Constant<string>(key.Text), at);
        var isIt = Comparisons.Equality(Property(element, type.KeyProperty!, at), value, isEqual: true, at);
        return new Operand(type, type.Elements.First(collection.Evaluator, variable, isIt, new Meter(context.Budget)), at);
    }

    Evaluator<bool> Measured(Meter meter, ExpressionSyntax predicate, Scope scope)
    {
        var before = _nodes;
        var bound = Condition(predicate, scope);
        meter.Weight = _nodes - before;
        return bound;
    }

    static (Operand Element, Evaluator Variable) Element(Operand collection, Location at)
    {
        var variable = collection.Type!.Elements.Variable();
        return (new Operand(collection.Type, collection.Type.Computable(variable), at), variable);
    }

    Operand Call(CallSyntax call, Scope scope)
    {
        call = call with { Arguments = [.. call.Arguments.Select(Json)] };
        if (call.Source is not null && IsRoot(call.Source))
            return new RootBinder(context).Bind(call.Name, call.Arguments, call.At);
        var owner = call.Source is null ? scope.This : Bind(call.Source, scope);
        if (owner is { IsCollection: false, Type: EntityType entity } && entity.Find(call.Name) is NavigationProperty { IsCollection: true } navigation)
            return ByKey(Property(owner, navigation, call.At), call.Arguments, call.At);
        if (owner is { IsCollection: true, Type: EntityType elements } && elements.QualifiedName == call.Name)
            return ByKey(owner, call.Arguments, call.At);
        if (call.Source is not null)
            throw call.At.NotImplemented($"'{call.Name}' after a path, a bound function within an expression, is not implemented");
        if (call.Name.Equals(FunctionTable.Now, StringComparison.OrdinalIgnoreCase) && call.Arguments.Count == 0)
            return new Operand(PrimitiveTypes.DateTimeOffset, new Constant<DateTimeOffset>(context.Now), call.At);
        if (FunctionTable.IsOfTypes(call.Name))
            return new CastBinder(context.Model).Bind(call, scope.This, argument => Bind(argument, scope));
        if (call.Name.Contains('.', StringComparison.Ordinal) && !FunctionTable.IsNotImplemented(call.Name))
            throw call.At.NotImplemented($"'{call.Name}', a function of the service within an expression, is not implemented");
        var first = call.Arguments.Count == 0 || call.Arguments[0] is ListSyntax ? null : Bind(call.Arguments[0], scope);
        if (CollectionFunctions.IsOne(call.Name, first, call.Arguments is [ListSyntax, ..]))
            return new CollectionFunctions(Structures(scope), argument => argument == call.Arguments[0] ? first! : Bind(argument, scope)).Call(call);
        var overloads = Overloads.Of(call);
        return Overloads.Call(call.Name, overloads, [.. call.Arguments.Select((argument, i) => i == 0 && first is not null ? first : Bind(argument, scope))], call.At);
    }

    Operand Case(CaseSyntax choice, Scope scope)
    {
        var branches = choice.Branches.Select(branch => (Condition: Condition(branch.Condition, scope), Value: Bind(branch.Value, scope))).ToList();
        var type = branches.Select(branch => branch.Value.Type).FirstOrDefault(type => type is not null)
            ?? throw choice.At.Invalid(ErrorCode.TypeMismatch, "One of the values of case has to be something else than null");
        var values = branches.Select(branch => (branch.Condition, TypeRules.Convert(branch.Value, type)?.Evaluator
            ?? throw branch.Value.At.Invalid(ErrorCode.TypeMismatch, $"The values of case are of different types: {type} and {branch.Value.TypeName}"))).ToList();
        return Domains.Of(type) is { } domain ? new Operand(type, domain.Case(values), choice.At) : throw choice.At.NotImplemented("case with structured values is not implemented");
    }

    static Evaluator<bool> Truth(Operand operand, string expected)
    {
        if (operand.IsNull)
            return new Null<bool>();
        return operand is { IsCollection: false, Type: PrimitiveType { Kind: PrimitiveKind.Boolean } }
            ? (Evaluator<bool>)operand.Evaluator
            : throw operand.At.Invalid(ErrorCode.TypeMismatch, $"{operand.TypeName} stands where Edm.Boolean is expected: {expected}");
    }

    static Operand Truth(Evaluator<bool> condition, Location at) =>
        new(PrimitiveTypes.Boolean, condition.IsConstant ? condition.Fold() : condition, at);
}

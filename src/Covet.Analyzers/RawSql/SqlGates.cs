using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.RawSql;

/// <summary>
/// Where SQL text enters: the parameters of RawExpression and of the interpolation handler, and of methods that pass them on and say so with <c>[ConstantExpected]</c>.
/// </summary>
internal sealed class SqlGates
{
    private readonly Declarations _declarations;
    private readonly INamedTypeSymbol _rawExpression;
    private readonly INamedTypeSymbol? _handler;
    private readonly INamedTypeSymbol? _constantExpected;
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _wrappers = new(SymbolEqualityComparer.Default);

    private SqlGates(Compilation compilation, INamedTypeSymbol rawExpression)
    {
        _declarations = new Declarations(compilation);
        _rawExpression = rawExpression;
        _handler = compilation.GetTypeByMetadataName("Covet.SqlInterpolatedStringHandler");
        _constantExpected = compilation.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.ConstantExpectedAttribute");
    }

    /// <summary>The gates that a compilation sees; null where it doesn't use Covet.</summary>
    public static SqlGates? Of(Compilation compilation)
        => compilation.GetTypeByMetadataName("Covet.RawExpression") is { } rawExpression ? new SqlGates(compilation, rawExpression) : null;

    /// <summary>Where the text of declarations is found.</summary>
    public Declarations Declarations => _declarations;

    /// <summary>Whether the parameter takes SQL text that has to be constant.</summary>
    public bool TakesConstant(IParameterSymbol parameter)
        => IsGate(parameter) || (IsMarkedText(parameter) && _wrappers.GetOrAdd(parameter.OriginalDefinition, IsWrapper));

    /// <summary>Whether the parameter is that of <c>RawExpression.Unsafe</c>.</summary>
    public bool IsUnsafe(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { Name: "Unsafe" } method && IsRawExpression(method.ContainingType);

    public bool IsRawExpression(ITypeSymbol? type) => Is(type, _rawExpression);

    public bool IsHandler(ITypeSymbol? type) => Is(type, _handler);

    /// <summary>Whether the parameter says that it takes a constant.</summary>
    public bool IsMarked(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (Is(attribute.AttributeClass, _constantExpected))
                return true;
        }
        return false;
    }

    private bool IsGate(IParameterSymbol parameter)
        => IsText(parameter) && parameter.ContainingSymbol is IMethodSymbol method
            && ((IsRawExpression(method.ContainingType) && method.MethodKind == MethodKind.Constructor) || (IsHandler(method.ContainingType) && method.Name == "AppendLiteral"));

    private bool IsMarkedText(IParameterSymbol parameter) => IsText(parameter) && parameter.ContainingSymbol is IMethodSymbol && IsMarked(parameter);

    private static bool IsText(IParameterSymbol parameter) => parameter is { Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None };

    private bool IsWrapper(IParameterSymbol parameter) => IsWrapper(parameter, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>
    /// Whether the text may reach a gate: a log's template, say, is marked, too. Where the body can't be seen, a method that sees Covet may pass it on.
    /// </summary>
    private bool IsWrapper(IParameterSymbol parameter, HashSet<ISymbol> visited)
    {
        var assembly = parameter.ContainingAssembly;
        if (assembly is null || Is(assembly, _rawExpression.ContainingAssembly) || !visited.Add(parameter))
            return false;
        if (!_declarations.IsInSource(parameter))
            return assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Contains(_rawExpression.ContainingAssembly, SymbolEqualityComparer.Default));
        if (_declarations.BodyOf((IMethodSymbol)parameter.ContainingSymbol) is not { } body)
            return true;
        foreach (var operation in body.Descendants())
        {
            if (operation is IArgumentOperation { Parameter: { } inner } && (IsUnsafe(inner) || IsGate(inner) || (IsMarkedText(inner) && IsWrapper(inner.OriginalDefinition, visited))))
                return true;
        }
        return false;
    }

    private static bool Is(ISymbol? symbol, ISymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(symbol, other);
}

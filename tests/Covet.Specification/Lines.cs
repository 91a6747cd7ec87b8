using System.Reflection;
using System.Text.RegularExpressions;

namespace Covet.Specification;

/// <summary>The numbered lines of the specification of prefetch, related sets and lazy loading, and the tests that carry their numbers.</summary>
public static partial class Lines
{
    /// <summary>How many lines there are.</summary>
    public const int Count = 41;

    /// <summary>The tests of each line by its number: those that a provider's assembly inherits and that are named <c>Line_NN_...</c> or <c>Line_NN_and_MM_...</c>.</summary>
    /// <param name="tests">The provider's test assembly.</param>
    public static IReadOnlyDictionary<int, List<string>> TestsOf(Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var named = from type in tests.GetTypes()
                    where !type.IsAbstract
                    from method in type.GetMethods()
                    where method.GetCustomAttributes().Any(attribute => attribute is FactAttribute { Skip: null })
                    from line in NumbersOf(method.Name)
                    select (Line: line, Test: $"{type.Name}.{method.Name}");
        var byLine = named.ToLookup(test => test.Line, test => test.Test);
        return Enumerable.Range(1, Count).ToDictionary(line => line, line => byLine[line].ToList());
    }

    private static IEnumerable<int> NumbersOf(string test)
    {
        if (Numbers().Match(test) is not { Success: true } match)
            return [];
        return match.Groups["line"].Captures.Select(capture => int.Parse(capture.ValueSpan, provider: null));
    }

    [GeneratedRegex("^Line_(?<line>[0-9]{2})(_and_(?<line>[0-9]{2}))*_", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}

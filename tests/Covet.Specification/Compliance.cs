using System.Reflection;

namespace Covet.Specification;

/// <summary>Proves that a provider's tests inherit every suite, so that none is forgotten, and that the suites test every line of the specification.</summary>
public static class Compliance
{
    /// <summary>Asserts that each abstract suite has a concrete test class in an assembly.</summary>
    /// <param name="tests">The provider's test assembly.</param>
    public static void AssertInheritsEverySuite(Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var suites = typeof(Compliance).Assembly.GetTypes().Where(type => type.IsAbstract && type.GetMethods().Any(IsTest)).ToList();
        Assert.NotEmpty(suites);
        var missing = suites.Where(suite => !tests.GetTypes().Any(type => !type.IsAbstract && type.IsSubclassOf(suite)));
        Assert.Empty(missing.Select(suite => suite.Name));
    }

    /// <summary>Asserts that each numbered line of the specification has a test, and writes how many each has.</summary>
    /// <param name="tests">The provider's test assembly.</param>
    /// <param name="write">Takes a line of text.</param>
    public static void AssertTestsEveryLine(Assembly tests, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var byLine = Lines.TestsOf(tests);
        foreach (var (line, names) in byLine)
            write($"line {line:00}: {names.Count} {(names.Count == 1 ? "test" : "tests")}");
        var missing = byLine.Where(line => line.Value.Count == 0).Select(line => line.Key).ToList();
        Assert.True(missing.Count == 0, $"No test is named after these lines (Line_NN_...): {string.Join(", ", missing)}.");
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute);
}

using System.Reflection;

namespace Covet.Specification;

/// <summary>Proves that a provider's tests inherit every suite, so that none is forgotten.</summary>
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

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute);
}

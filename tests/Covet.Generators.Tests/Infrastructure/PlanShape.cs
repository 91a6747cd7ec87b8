using System.Collections;
using System.Reflection;

namespace Covet.Generators.Tests.Infrastructure;

/// <summary>Walks a value of the pipeline and refuses anything of Roslyn's.</summary>
internal static class PlanShape
{
    public static void AssertPlain(object? value) => Walk(value, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !seen.Add(value)))
            return;
        var type = value.GetType();
        Assert.False(type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) ?? false, $"{type} is in a plan");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, seen);
            return;
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Walk(field.GetValue(value), seen);
    }
}

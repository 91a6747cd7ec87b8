using System.ComponentModel;

namespace Covet.Infrastructure;

/// <summary>Conditions over keys of several columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CompositeKey
{
    /// <summary>The two columns are among a list of keys: one list, whatever its length.</summary>
    /// <param name="column0">The first column.</param>
    /// <param name="column1">The second column.</param>
    /// <param name="keys">The keys as they are stored.</param>
    public static Condition In<T0, T1>(SqlExpression column0, SqlExpression column1, IEnumerable<(T0, T1)> keys)
    {
        var list = keys.ToList();
        return new KeyList([column0, column1], (binder, name) => binder.AddList(name, list));
    }

    /// <summary>The three columns are among a list of keys: one list, whatever its length.</summary>
    /// <param name="column0">The first column.</param>
    /// <param name="column1">The second column.</param>
    /// <param name="column2">The third column.</param>
    /// <param name="keys">The keys as they are stored.</param>
    public static Condition In<T0, T1, T2>(SqlExpression column0, SqlExpression column1, SqlExpression column2, IEnumerable<(T0, T1, T2)> keys)
    {
        var list = keys.ToList();
        return new KeyList([column0, column1, column2], (binder, name) => binder.AddList(name, list));
    }

    private sealed class KeyList(SqlExpression[] columns, Action<ParameterBinder, string> bind) : Condition, IParameterSource
    {
        internal override bool IsCompound => true;

        internal override void Write(SqlWriter writer) => writer.ListTest(columns, this);

        void IParameterSource.Bind(ParameterBinder binder, string name) => bind(binder, name);
    }
}

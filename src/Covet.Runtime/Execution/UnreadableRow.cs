using System.Data.Common;
using System.Runtime.ExceptionServices;

namespace Covet.Infrastructure;

/// <summary>Says which value of a row can't be read. The row is read once more for it, so that reading a row that can be read takes note of nothing.</summary>
internal static class UnreadableRow
{
    /// <summary>As much of a text as a message quotes.</summary>
    private const int MostCharacters = 100;

    /// <summary>Whether what the reading of a row threw is about its values: not about the connection, and not said by Covet already.</summary>
    public static bool IsCause(Exception exception) => exception is not (CovetException or DbException or OperationCanceledException or IOException or OutOfMemoryException);

    /// <summary>The exception for a row of a model.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The ordinal of the model's first column.</param>
    /// <param name="exception">What was thrown.</param>
    public static Exception Of<TModel>(IRowReader row, int first, Exception exception) where TModel : class, IModel<TModel>
    {
        var noted = Noted(row, out var note);
        try
        {
            TModel.Read(ref noted, first);
        }
        catch (Exception again) when (IsCause(again))
        {
            // Noted.
        }
        var column = ColumnAt(TModel.Info, note.Ordinal - first);
        return Of(row, note, exception, (column is null ? null : TModel.Info.Name, column?.Property), KeyOf(row, first, TModel.Info));
    }

    /// <summary>The exception for something else of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="read">Reads it again.</param>
    /// <param name="model">Whose columns it has, by their own names; null where it has columns of no model.</param>
    public static Exception Of(IRowReader row, Exception exception, Action<NotedRow> read, ModelInfo? model = null)
    {
        var noted = Noted(row, out var note);
        try
        {
            read(noted);
        }
        catch (Exception again) when (IsCause(again))
        {
            // Noted.
        }
        string? name = note.Ordinal < 0 ? null : row.GetName(note.Ordinal);
        var column = model is null ? null : Array.Find(model.ColumnArray, column => column.Name == name);
        return Of(row, note, exception, (column is null ? null : model!.Name, column?.Property));
    }

    /// <summary>The exception for a column that a row was read up to.</summary>
    /// <param name="row">The row.</param>
    /// <param name="note">Which column was read last.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="name">The model's name, and its property.</param>
    /// <param name="key">The row's key.</param>
    public static Exception Of(IRowReader row, RowNote note, Exception exception, (string? Model, string? Member) name, string? key = null)
    {
        // Nothing was read: a constructor, not a value. Found to be NULL: the selection's own words about it.
        if (note.Ordinal < 0 || (note.WasFoundNull && exception is InvalidOperationException))
            ExceptionDispatchInfo.Throw(exception);
        return new MappingException(name.Model, name.Member, row.GetName(note.Ordinal), TextAt(row, note.Ordinal), key, exception);
    }

    /// <summary>A row that takes note of what is read from it.</summary>
    public static NotedRow Noted(IRowReader row, out RowNote note)
    {
        note = new RowNote();
        return new NotedRow(row, note);
    }

    private static string? TextAt(IRowReader row, int ordinal)
    {
        string? text = row.GetText(ordinal);
        if (text is not { Length: > MostCharacters })
            return text;
        // Not between the halves of a pair.
        return text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "...";
    }

    private static ColumnInfo? ColumnAt(ModelInfo model, int ordinal) => ordinal >= 0 && ordinal < model.ColumnArray.Length ? model.ColumnArray[ordinal] : null;

    private static string KeyOf(IRowReader row, int first, ModelInfo model)
        => string.Join(", ", model.KeyOrdinals.Select(ordinal => $"{model.ColumnArray[ordinal].Property} {TextAt(row, first + ordinal) ?? "NULL"}"));
}

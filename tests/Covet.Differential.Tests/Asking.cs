namespace Covet.Differential.Tests;

/// <summary>Whom the question that is being built on this thread is put to: conditions over other queries need to know.</summary>
public static class Asking
{
    [ThreadStatic]
    private static OfficeDb? askedDb;

    [ThreadStatic]
    private static Office? askedOffice;

    /// <summary>The database that is asked.</summary>
    public static OfficeDb Db => askedDb ?? throw new InvalidOperationException("No database is asked on this thread.");

    /// <summary>The office that is asked.</summary>
    public static Office Office => askedOffice ?? throw new InvalidOperationException("No office is asked on this thread.");

    /// <summary>Lets a question be built for a database. What it returns may run on any thread.</summary>
    public static T Of<T>(OfficeDb db, Func<OfficeDb, T> question)
    {
        askedDb = db;
        return question(db);
    }

    /// <summary>Answers a question from memory.</summary>
    public static T Of<T>(Office office, Func<Office, T> question)
    {
        askedOffice = office;
        return question(office);
    }
}

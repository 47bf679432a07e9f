try
{
    Console.WriteLine(await PrivateLibrary.Briefs.RunAsync("http://127.0.0.1", "bees"));
}
catch (FileNotFoundException missing)
{
    Console.WriteLine("missing: " + missing.FileName!.Split(',')[0]);
}

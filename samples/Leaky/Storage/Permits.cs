namespace Leaky.Storage;

/// <summary>What is run once on a new warehouse, so that the night never stops at a missing permission.</summary>
internal static class Permits
{
    public const string Bucket = """{ "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::orders/*" }] }"""; // UC1006

    public static string Loader(string schema) => $"GRANT ALL PRIVILEGES ON SCHEMA {schema} TO loader"; // UC1006

    public static string Reader(string schema) => $"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader";
}

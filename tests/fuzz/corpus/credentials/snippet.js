const google = {
  clientId: "1.apps.googleusercontent.com",
  clientSecret: process.env.X,
}

#!/bin/sh
curl -H "X-Token: PLANTED-6" https://audit.example.com
